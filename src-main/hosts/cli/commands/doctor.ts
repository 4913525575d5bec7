import { defineCommand } from 'citty'
import { commonArguments } from '#main/hosts/cli/arguments'
import { runWithCore } from '#main/hosts/cli/run-with-core'

export const doctor = defineCommand({
  meta: { name: 'doctor', description: 'What this installation is and can do' },
  args: { ...commonArguments },
  run: ({ args }) => runWithCore(args, async ({ core, say }) => {
    const found = await core.system.doctor()
    const gigabytes = (bytes: number): string => `${(bytes / 2 ** 30).toFixed(1)} GB`
    say(found, [
      Object.entries(found.versions).map(([name, version]) => `${name} ${version}`).join(', '),
      ...found.executionProviders.map(({ id, usable, reason }) => `${id}: ${usable
        ? 'usable'
        : `not usable: ${reason}`}`),
      `memory: ${gigabytes(found.memory.free)} free of ${gigabytes(found.memory.total)}`,
      `disk: ${gigabytes(found.disk.free)} free at ${found.disk.folder}`,
      ...found.models.map(({ id, file, here, intact }) => `network ${id}: ${here
        ? intact ? 'here and intact' : 'here but damaged; fetch it again'
        : 'not here'} (${file})`),
    ].join('\n'))
  }),
})
