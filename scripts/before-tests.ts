/**
 * Loaded in each worker before its first test: `@hono/zod-openapi` adds `.openapi` to the schemas that are made after it, and the server loads it first,
 * but a file of tests that ran before in the same worker may have made them without it.
 */
import '@hono/zod-openapi'
