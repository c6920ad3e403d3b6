import openapiTS, { astToString } from 'openapi-typescript'

/** The TypeScript that a client would be written against: the types of every path in an API document. */
export const typesOf = async (document: string): Promise<string> => astToString(await openapiTS(document))
