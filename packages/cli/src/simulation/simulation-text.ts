import { formatQuantity, type GameInstance } from '@plumbline/game'
import { wrapped } from '@plumbline/report'
import type { SimulatedQuantity, SimulationDocument, ToldTask } from '@plumbline/solver'

/** A simulation for people: what was seen beside what the solution says, in words, and single tasks told. */
export function simulationText(document: SimulationDocument, instance: GameInstance): string {
  const { tasks, seed, quantities, trace = [] } = document
  const label = document.label ?? document.game
  const told = trace.map((task, index) => `${tellTask(task, index + 1, instance)}\n`)
  return [
    ...(told.length === 0 ? [] : [`${told.join('\n')}\n`]),
    `${label}: ${counted(tasks, 'task')}, seed ${String(seed)}\n\n`,
    tableOf(quantities),
    `\n${wrapped(verdict(document), 80).join('\n')}\n`,
  ].join('')
}

const counted = (count: number, what: string): string =>
  `${count.toLocaleString('en')} ${what}${count === 1 ? '' : 's'}`

/** A number with its unit, in as many digits as tell it from its neighbours here. */
function amount(value: number, unit: string | null, digits = 5): string {
  return `${String(Number(value.toPrecision(digits)))}${unit === null ? '' : ` ${unit}`}`
}

function tableOf(quantities: readonly SimulatedQuantity[]): string {
  const head = ['', 'solved', 'simulated', '95 % interval', '']
  const rows = quantities.map(({ name, unit, solved, simulated, interval, agrees }) => [
    name,
    solved === null ? 'infinite' : amount(solved, unit),
    simulated === null ? 'nobody' : amount(simulated, unit),
    interval === null ? 'unknown' : `${amount(interval[0], null)} to ${amount(interval[1], unit)}`,
    agrees === null ? '' : agrees ? 'agrees' : 'does not agree',
  ])
  const widths = head.map((_, column) =>
    Math.max(...[head, ...rows].map((row) => (row[column] ?? '').length)),
  )
  return [head, ...rows]
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 || column === 4
            ? cell.padEnd(widths[column] ?? 0)
            : cell.padStart(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
    .concat('\n')
}

function verdict({ quantities, cutOff }: SimulationDocument): string {
  const compared = quantities.filter(({ agrees }) => agrees !== null)
  const wrong = compared.filter(({ agrees }) => agrees === false).map(({ name }) => name)
  const rare = 'A right solution would be said not to agree in fewer than one run in 10,000.'
  const cut =
    cutOff === 0
      ? ''
      : ` ${counted(cutOff, 'task')} went on for 100,000 attempts and ${cutOff === 1 ? 'was' : 'were'} given up.`
  return wrong.length === 0
    ? `The simulation agrees with the solution: all ${String(compared.length)} are as near as chance allows. ${rare}${cut}`
    : `The simulation does not agree with the solution: ${wrong.join(', ')} ${wrong.length === 1 ? 'is' : 'are'} further off than chance allows. ${rare}${cut}`
}

/** One task as a story. */
function tellTask(task: ToldTask, number: number, instance: GameInstance): string {
  const { units } = instance
  const user = instance.users.find(({ name }) => name === task.user)
  const who = user?.label ?? task.user
  const money = (value: number): string =>
    formatQuantity(value, units.cost === null ? {} : { money: 1 }, units)
  const time = (value: number): string => formatQuantity(value, units.time === null ? {} : { time: 1 }, units)
  const worth = (value: number): string => amount(value, units.utility, 4)
  const kind = task.kind === null ? '' : ` It is of the kind '${task.kind}', which neither side knows.`
  const lines = [`Task ${String(number)}: ${who}.${kind}`]
  if (!task.begins) {
    lines.push(
      `  The task is never started: what else there is, worth ${worth(task.utility)}, is better.`,
      `  The provider loses the task, which costs ${money(task.cost)}.`,
    )
    return lines.join('\n')
  }
  task.attempts.forEach(({ model, latency, cost, then }, index) => {
    const from = task.attempts[index - 1]?.model
    const moves =
      from === undefined
        ? `starts at ${model}`
        : from === model
          ? `stays at ${model}`
          : `moves up to ${model}`
    const end =
      then === 'solved'
        ? 'it works: solved.'
        : then === 'leaves'
          ? 'it fails, and they leave.'
          : 'it fails, and they ask again.'
    lines.push(`  ${String(index + 1)}. ${moves}; ${time(latency)} and ${money(cost)} later ${end}`)
  })
  lines.push(
    `  In all: ${counted(task.attempts.length, 'attempt')}, ${time(task.latency)} of waiting; ` +
      `worth ${worth(task.utility)} to them, and ${money(task.cost)} to the provider${task.solved ? '' : ', the lost task included'}.`,
  )
  return lines.join('\n')
}
