/// <reference lib="dom" />
/**
 * What a report's page runs: sliders for the params that have bounds, and numbers under the pointer. The page was complete
 * without it; it solves and writes with the same code as the command line.
 */
import type { Expression, GameInstance } from '@plumbline/game'
import { simulate, solve } from '@plumbline/solver'
import { solveSweeps } from '../map/draw-sweeps.ts'
import { reportModel } from '../reportModel.ts'
import { sectionHtml } from '../render/html/page.ts'
import { controlText } from './controls-html.ts'
import { controlsOf, expressionOf, movedTo, numberAt, placeOf } from './controls.ts'
import { showNumbersUnderPointer } from './hover.ts'
import type { LiveGame } from './live-page.ts'

/** How much is played and drawn again when the hand rests. */
const sweepLimits = { cells: 19, samples: 80, time: 1500, now: () => performance.now() }
const simulated = { tasks: 20_000, seed: 1 }

/** Milliseconds that one move of a slider may take before the search ends with the best that it has. */
const mostTime = 400

function begin(): void {
  const data = document.getElementById('game')
  const form = document.getElementById('controls')
  const main = document.querySelector('main')
  if (main === null) return
  showNumbersUnderPointer(main)
  if (data === null || !(form instanceof HTMLFormElement)) return
  const { instance, fileName, analyses } = JSON.parse(data.textContent) as LiveGame
  const controls = controlsOf(instance)
  form.hidden = false
  const sliders = [...form.querySelectorAll('input')]
  const written = main.innerHTML
  const moved = new Map<string, Expression>()

  /** Numbers beside the sliders; those that were moved set their params. */
  const readSliders = (): void => {
    moved.clear()
    for (const [index, control] of controls.entries()) {
      const slider = sliders[index]
      if (slider === undefined) continue
      const place = Number(slider.value)
      const isMoved = place !== placeOf(control, control.value)
      const value = isMoved ? numberAt(control, place) : control.value
      if (isMoved) moved.set(control.name, expressionOf(control, value))
      const text = controlText(control, value)
      const shown = document.getElementById(`control-${String(index)}-value`)
      if (shown !== null) shown.textContent = text
      slider.setAttribute('aria-valuetext', text)
    }
  }
  const show = (thorough: boolean): void => {
    readSliders()
    const state = document.getElementById('controls-state')
    const answer =
      moved.size === 0 ? written : answered(movedTo(instance, moved), fileName, thorough ? analyses : null)
    if (state !== null) state.textContent = answer === null ? 'No answer at these numbers.' : ''
    if (answer !== null) replace(main, answer)
  }
  let waiting = 0
  let settled = 0
  form.addEventListener('input', () => {
    cancelAnimationFrame(waiting)
    clearTimeout(settled)
    waiting = requestAnimationFrame(() => {
      show(false)
      // What takes longer follows when the hand rests.
      if (analyses.length > 0 || instance.sweeps.length > 0)
        settled = window.setTimeout(() => {
          show(true)
        }, 350)
    })
  })
  form.addEventListener('reset', () => {
    setTimeout(() => {
      show(false)
    })
  })
}

/** The sections of the report on a game, in short without analyses; null where it has no solution. */
function answered(
  instance: GameInstance,
  fileName: string | null,
  analyses: readonly string[] | null,
): string | null {
  const solved = solve(instance, new Map(), {
    time: mostTime,
    now: () => performance.now(),
    with: analyses ?? [],
  })
  if (!solved.ok) return null
  const played =
    analyses === null ? null : simulate(instance, simulated, { time: mostTime, now: () => performance.now() })
  const { sections } = reportModel(instance, solved.document, {
    ...(fileName === null ? {} : { fileName }),
    sweeps: analyses === null ? [] : solveSweeps(instance, sweepLimits),
    simulation: played?.ok === true ? played.document : null,
  })
  return sections.map(sectionHtml).join('\n')
}

/** Puts other sections in place, with what was unfolded still unfolded. */
function replace(main: HTMLElement, html: string): void {
  const open = new Set([...main.querySelectorAll('figure:has(details[open])')].map(({ id }) => id))
  main.innerHTML = html
  for (const figure of main.querySelectorAll('figure')) {
    if (open.has(figure.id)) figure.querySelector('details')?.setAttribute('open', '')
  }
}

begin()
