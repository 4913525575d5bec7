import { random } from '#main/matrix/random'

/** Gives the values of a weight by torchvision's name of it (`layer2.0.conv1.weight`) and its shape. */
export type WeightSource = (name: string, shape: readonly number[]) => Float32Array

/**
 * The weights of an untrained network, drawn as torchvision draws them: convolutions normal with variance 2 / fan-out
 * (He et al. 2015, eq. 14), batch norms as the identity, the classifier uniform within 1/√fan-in.
 * Names must be asked for in the same order to be given the same values.
 */
export function untrainedWeights(seed: number): WeightSource {
  const { normal, uniform } = random(seed)
  return (name, shape) => {
    const values = new Float32Array(shape.reduce((product, size) => product * size, 1))
    if (shape.length === 4) {
      const deviation = Math.sqrt(2 / (shape[0] * shape[2] * shape[3]))
      for (let i = 0; i < values.length; i++)
        values[i] = normal() * deviation
    }
    else if (name.startsWith('fc.')) {
      const bound = 1 / Math.sqrt(512)
      for (let i = 0; i < values.length; i++)
        values[i] = (2 * uniform() - 1) * bound
    }
    else if (name.endsWith('.weight') || name.endsWith('.running_var')) {
      values.fill(1)
    }
    return values
  }
}
