/// <reference lib="dom" />

/** Pixels around the pointer in which a place of a picture is looked for. */
const reach = 28

/** Shows the numbers of the place that is nearest to the pointer, in any picture below `root`, also one that is put there later. */
export function showNumbersUnderPointer(root: HTMLElement): void {
  const tip = document.createElement('div')
  tip.className = 'tip'
  tip.hidden = true
  document.body.append(tip)
  root.addEventListener('pointermove', (event) => {
    const svg = event.target instanceof Element ? event.target.closest('svg') : null
    const nearest = svg === null ? null : nearestSpot(svg, event.clientX, event.clientY)
    tip.hidden = nearest === null
    if (nearest === null) return
    tip.textContent = nearest.text
    // Beside the place, and within the window.
    const left = Math.min(nearest.x + 12, document.documentElement.clientWidth - tip.offsetWidth - 8)
    tip.style.left = `${String(Math.max(8, left) + window.scrollX)}px`
    tip.style.top = `${String(nearest.y - tip.offsetHeight - 10 + window.scrollY)}px`
  })
  root.addEventListener('pointerleave', () => {
    tip.hidden = true
  })
}

function nearestSpot(svg: Element, x: number, y: number): { x: number; y: number; text: string } | null {
  let best: { x: number; y: number; text: string } | null = null
  let least = reach
  for (const spot of svg.querySelectorAll('.spots circle')) {
    const { left, top, width, height } = spot.getBoundingClientRect()
    const at = { x: left + width / 2, y: top + height / 2 }
    const distance = Math.hypot(at.x - x, at.y - y)
    if (distance >= least) continue
    least = distance
    // The browser's own hint would come on top of ours, and late.
    const title = spot.querySelector('title')
    if (title !== null) {
      spot.setAttribute('data-numbers', title.textContent)
      title.remove()
    }
    best = { ...at, text: spot.getAttribute('data-numbers') ?? '' }
  }
  return best
}
