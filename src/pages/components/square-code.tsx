import { qrPath } from '../../documents/print/qr-code.ts'

/** An address as a square code, for telephones to read from a screen or from paper. */
export const SquareCode = ({ address }: { readonly address: string }) => {
  const { size, path } = qrPath(address)
  return (
    <svg class="square" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={address}>
      <rect width={size} height={size} />
      <path d={path} />
    </svg>
  )
}
