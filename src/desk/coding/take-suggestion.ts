import { readFiles } from '../../codebook/tables.ts'
import type { Language } from '../../language/types.ts'
import { layOver } from '../../lay-over.ts'
import { openResources } from '../../open-resources.ts'
import { Failure } from '../../record/failure.ts'
import { deskFailure } from '../failure.ts'
import type { OpenedDesk } from '../open.ts'
import { type Suggestion, suggestionsIn } from './suggestions.ts'

/** What a person says of a suggestion: 'open' takes back what was said before. */
export const takings = ['accepted', 'declined', 'open'] as const
export interface Taking {
  id: string
  verdict: (typeof takings)[number]
  by: string
  at: string
}

/**
 * Takes down what a person says of a suggestion. An accepted one is laid over the codebook when reports of the desk are next read.
 *
 * @throws Failure `suggestion-unknown`, or `codebook-unfit` where its row does not fit the codebook
 */
export async function takeSuggestion(
  desk: OpenedDesk,
  parse: (text: string) => Language,
  { id, verdict, by, at }: Taking,
): Promise<Suggestion> {
  const found = suggestionsIn(desk, parse).find((one) => one.id === id)
  if (!found)
    throw new Failure('suggestion-unknown', `no suggestion is called '${id}'; onrecord learn lists those there are`)
  const { file, line, says } = found
  if (verdict === 'accepted') {
    const codebook = await openResources(
      undefined,
      readFiles.map((file) => `codebook/${file}`),
    )
    layOver(codebook, { [file]: `${line}\n` })
  }
  try {
    desk.db
      .prepare('INSERT INTO learned (file, line, verdict, says, by, at) VALUES (?, ?, ?, ?, ?, ?)')
      .run(file, line, verdict, says, by, at)
  } catch (error) {
    throw deskFailure(error, desk.db.name)
  }
  const { decided: _, ...rest } = found
  return verdict === 'open' ? rest : { ...rest, decided: { verdict, by, at } }
}
