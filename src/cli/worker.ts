import { workerData } from 'node:worker_threads'
import { openCoder } from '../entity/code.ts'
import { inThread } from '../in-thread.ts'
import { eachLine, type Lines } from '../intake/lines.ts'
import { layOver, type Overlay } from '../lay-over.ts'
import { openReader } from '../open.ts'
import { openResources } from '../open-resources.ts'
import { Failure } from '../record/failure.ts'
import { resourceFiles } from '../resources.ts'
import { type AnswerObject, answerCode, answerLine, answerParse, answerRead, commented, errorLine } from './answer.ts'

/** What is done with every line of one run of the filter. */
export interface Work {
  task: 'read' | 'parse' | 'code'
  /** date of publication for lines that give none */
  published?: string
}

/** A run of lines, and what is done with them. */
export interface WorkTask {
  lines: Lines
  work: Work
}

/** The answers to a run of lines, as bytes, and how many of the lines were bad. */
export interface Answers {
  bytes: Uint8Array
  bad: number
}

const utf8 = new TextEncoder()

/** Answers runs of lines, each in their order. Runs in a worker thread. */
export default inThread(async ({ work }: WorkTask) => {
  const answer = await open(work)
  return (task: WorkTask) => answerLines(task, answer)
})

function answerLines({ lines, work }: WorkTask, answer: AnswerObject): Answers {
  const write = work.task === 'parse' ? commented : (text: string) => text
  if (lines.tooLong) {
    const tooLong = errorLine(new Failure('line-too-long', 'the line is longer than 64 MiB'), lines.first)
    return { bytes: utf8.encode(`${write(tooLong)}\n`), bad: 1 }
  }
  let text = ''
  let bad = 0
  let number = lines.first
  for (const line of eachLine(lines.bytes)) {
    const answered = answerLine(line, number++, answer)
    if (answered.bad) bad++
    text += `${answered.bad ? write(answered.text) : answered.text}\n`
  }
  return { bytes: utf8.encode(text), bad }
}

const codebookFiles = resourceFiles.filter((path) => path.startsWith('codebook/'))

async function open({ task, published }: Work): Promise<AnswerObject> {
  const { overlay } = (workerData ?? {}) as { overlay?: Overlay }
  if (task === 'code') {
    const resources = await openResources(undefined, codebookFiles)
    return answerCode(openCoder(overlay ? layOver(resources, overlay) : resources))
  }
  const reader = await openReader({ codebook: overlay })
  return task === 'read' ? answerRead(reader, published) : answerParse(reader)
}
