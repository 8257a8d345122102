type Place = readonly [number, number]

/** What of a line lies between two heights, as stretches; cut where it crosses them. */
export function clipped(points: readonly Place[], from: number, to: number): readonly (readonly Place[])[] {
  const pieces: Place[][] = []
  points.forEach((point, index) => {
    const before = points[index - 1]
    if (before === undefined) return
    const part = segment(before, point, from, to)
    if (part === null) return
    const last = pieces.at(-1)
    const end = last?.at(-1)
    if (last !== undefined && end !== undefined && end[0] === part[0][0] && end[1] === part[0][1])
      last.push(part[1])
    else pieces.push([...part])
  })
  return pieces
}

function segment(one: Place, other: Place, from: number, to: number): readonly [Place, Place] | null {
  const rise = other[1] - one[1]
  if (rise === 0) return one[1] >= from && one[1] <= to ? [one, other] : null
  const at = (height: number): number => (height - one[1]) / rise
  const start = Math.max(0, Math.min(at(from), at(to)))
  const end = Math.min(1, Math.max(at(from), at(to)))
  if (start > end) return null
  const point = (share: number): Place =>
    share === 0 ? one : share === 1 ? other : [one[0] + share * (other[0] - one[0]), one[1] + share * rise]
  return [point(start), point(end)]
}
