/**
 * Where the package's own models and codebook lie: in folders as files, or in one pack for reading and one for the gazetteer.
 */
export type PackageData = { folder: URL } | { pack: URL; places: URL }

/**
 * In a checkout and in the package of the command, files in folders, so that a mended table is read at once. The library is published with
 * packs, which bundlers see: `scripts/pack.ts` writes another module in this one's place there.
 */
export const packageData: PackageData = { folder: new URL('../', import.meta.url) }
