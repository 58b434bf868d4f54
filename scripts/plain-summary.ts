import type { Reporter, TestModule } from 'vitest/node'

/** Ends a test run with one plain line, 'N passed, N failed, N skipped', for programs that read the output. */
export default class PlainSummary implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const states = modules.flatMap((module) => [...module.children.allTests()].map((test) => test.result().state))
    const count = (state: string) => states.filter((found) => found === state).length
    // A file that could not be loaded has no tests to fail, and an error outside tests belongs to none.
    const broken = modules.filter((module) => module.errors().length > 0).length + errors.length
    const line = `${count('passed')} passed, ${count('failed') + broken} failed, ${count('skipped')} skipped`
    setImmediate(() => process.stdout.write(`${line}\n`))
  }
}
