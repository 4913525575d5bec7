import { describe, expect, it, onTestFinished } from 'vitest'
import { takePort } from '#main/hosts/web/take-port'

async function taken(...[host, port]: Parameters<typeof takePort>): ReturnType<typeof takePort> {
  const place = await takePort(host, port)
  onTestFinished(() => place.close())
  return place
}

describe('takePort', () => {
  it('asks whoever comes too early to come again, then lets the listener answer', async () => {
    const place = await taken('127.0.0.1', 0)
    const address = `http://127.0.0.1:${place.listening.port}/`
    expect((await fetch(address)).status).toBe(503)
    place.answer((_request, response) => response.end('here'))
    expect(await (await fetch(address)).text()).toBe('here')
  })

  it('says that a port is taken', async () => {
    const { listening } = await taken('127.0.0.1', 0)
    await expect(takePort('127.0.0.1', listening.port)).rejects.toMatchObject({
      code: 'PORT_TAKEN',
      data: { host: '127.0.0.1', port: listening.port },
    })
  })

  it('finds a free one where none is asked for', async () => {
    const [one, other] = [await taken('127.0.0.1'), await taken('127.0.0.1')]
    expect(one.listening.port).not.toBe(other.listening.port)
  })

  it('says that a host is not this machine\'s', async () => {
    await expect(takePort('192.0.2.1', 0)).rejects.toMatchObject({ code: 'HOST_UNAVAILABLE' })
  })

  it('ends streams when it closes', async () => {
    const place = await takePort('127.0.0.1', 0)
    place.answer((_request, response) => response.write('and so on'))
    const { body } = await fetch(`http://127.0.0.1:${place.listening.port}/`)
    const reader = body!.getReader()
    await reader.read()
    await place.close()
    await expect(reader.read()).rejects.toThrow()
  })
})
