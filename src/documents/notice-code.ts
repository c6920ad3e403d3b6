/** So many of the last digits of a community's id stand in its codes. */
export const noticeDigits = 8

/**
 * What stands on a paper notice and in its code: the last digits of the community's id, which are random, and the proposal's number.
 * Short enough to be typed from the wall; it goes on leading to what hangs now when the paper is old.
 */
export const noticeCode = (community: string, number: number): string => `${community.slice(-noticeDigits)}-${number}`
