import { Buffer } from 'node:buffer'
import sharp from 'sharp'
import { expect, it } from 'vitest'
import { random } from '#main/matrix/random'
import { sharpness } from '#main/photos/sharpness'
import { scenes } from '#tests/fixtures/scenes'

it('is less the more a picture is blurred', async () => {
  const drawn = sharp(Buffer.from(scenes.flowers(random(1)))).resize(256)
  const [sharpest, soft, softer] = await Promise.all([0.3, 1.5, 4].map(async sigma => sharpness(await drawn.clone().blur(sigma).jpeg().toBuffer())))
  expect(sharpest).toBeGreaterThan(1.2 * soft)
  expect(soft).toBeGreaterThan(1.2 * softer)
})
