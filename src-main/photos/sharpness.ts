import sharp from 'sharp'

/** How sharp a JPEG is: the spread of its greys' Laplacian, comparable between pictures of the same thing at one size. */
export async function sharpness(jpeg: Uint8Array): Promise<number> {
  return (await sharp(jpeg).stats()).sharpness
}
