import { z } from 'zod'

/** The page's policy forbids code made out of text; told beforehand, zod does not try. Imported before whatever has a schema. */
z.config({ jitless: true })
