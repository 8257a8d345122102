import { escaped } from '../render/html/escape.ts'
import { placeOf, slidePlaces, type Control } from './controls.ts'

/** The sliders of a page; hidden until its script is there to answer them. */
export function controlsHtml(controls: readonly Control[]): string {
  return `<form class="controls" id="controls" hidden autocomplete="off" aria-label="What if: numbers to move">
<p class="soft">Move a number, and everything below is solved again, here in the page.</p>
${controls.map(controlHtml).join('\n')}
<p><button type="reset">Back to the file’s numbers</button> <span id="controls-state" role="status"></span></p>
</form>`
}

function controlHtml(control: Control, index: number): string {
  const { title, about } = control
  const id = `control-${String(index)}`
  const described = about === null ? '' : ` aria-describedby="${id}-about"`
  const place = placeOf(control, control.value)
  return `<div class="control"><label for="${id}">${escaped(title)}</label>
<input type="range" id="${id}" min="0" max="${String(slidePlaces)}" step="1" value="${String(place)}" data-control="${String(index)}"${described}>
<output for="${id}" id="${id}-value">${escaped(controlText(control, control.value))}</output>
${about === null ? '' : `<span class="soft" id="${id}-about">${escaped(about)}</span>`}</div>`
}

/** A number as it stands beside its slider, and as it may stand in `--set`. */
export function controlText({ unit }: Control, value: number): string {
  const number = String(Number(value.toPrecision(12)))
  return unit === '' ? number : `${number} ${unit}`
}
