/** Candidates tried for each coordinate: all of a small lattice's, a spread of a large one's. */
const candidates = 512

/**
 * A rank-1 lattice: `count` points whose coordinate `j` is in part `(i z_j) mod count` of `count` equal parts of
 * [0, 1), so that each coordinate alone visits each part once, and all of them together fill the cube evenly. The
 * generator `z` is found coordinate by coordinate, least in the error `P_2` that a smooth periodic integrand meets
 * (Sloan and Joe, Lattice Methods for Multiple Integration).
 *
 * @param dimensions how many coordinates; 1 gives the parts in their order
 * @returns `parts[j][i]`: the part in which coordinate `j` of point `i` lies
 */
export function latticeParts(count: number, dimensions: number): readonly (readonly number[])[] {
  // B_2 of the distance, up to a factor: the kernel of P_2.
  const kernel = Array.from({ length: count }, (_, i) => {
    const x = i / count
    return 2 * Math.PI * Math.PI * (x * x - x + 1 / 6)
  })
  const products = kernel.map(() => 1)
  const coordinates: (readonly number[])[] = []
  for (let j = 0; j < dimensions; j++) {
    const z = j === 0 ? 1 : bestGenerator(kernel, products)
    const parts = kernel.map((_, i) => (i * z) % count)
    for (const [i, part] of parts.entries()) products[i] = (products[i] ?? 1) * (1 + (kernel[part] ?? 0))
    coordinates.push(parts)
  }
  return coordinates
}

function bestGenerator(kernel: readonly number[], products: readonly number[]): number {
  const count = kernel.length
  const step = Math.max(1, Math.floor(count / 2 / candidates))
  let [best, least] = [1, Infinity]
  for (let z = 1; z <= count / 2; z += step) {
    if (divisor(z, count) > 1) continue
    let error = 0
    for (let i = 0, part = 0; i < count; i++) {
      error += (products[i] ?? 1) * (1 + (kernel[part] ?? 0))
      part += z
      if (part >= count) part -= count
    }
    if (error < least) [best, least] = [z, error]
  }
  return best
}

function divisor(a: number, b: number): number {
  return b === 0 ? a : divisor(b, a % b)
}
