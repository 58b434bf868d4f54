/** An object of JSON of which nothing is known yet. */
export interface JsonObject {
  [name: string]: unknown
}
