import type { CoreContext } from '#main/app/core-context'
import type { Diagnosis } from '#shared/contract/system'
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile, statfs } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { freemem, totalmem } from 'node:os'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { allBackbones, modelFolders } from '#main/app/backbone-in-use'
import { findModel } from '#main/backbones/locate-model'

/** What this installation is and can do; every line of it is looked at now. */
export async function diagnose(core: CoreContext): Promise<Diagnosis> {
  const [executionProviders, models, versions, disk] = await Promise.all([
    core.onnx.call('probeProviders', {}),
    modelStates(core),
    versionsInUse(),
    freeDisk(core.home.data),
  ])
  return {
    versions,
    executionProviders,
    memory: {
      total: totalmem(),
      free: freemem(),
    },
    disk,
    models,
  }
}

async function modelStates(core: CoreContext): Promise<Diagnosis['models']> {
  return Promise.all((await allBackbones(core)).map(async (backbone) => {
    const file = await findModel(backbone, modelFolders(core))
    return {
      id: backbone.id,
      file: file ?? join(core.home.models, backbone.file),
      here: file !== undefined,
      intact: file === undefined
        ? null
        : await sha256(file) === backbone.sha256,
    }
  }))
}

async function sha256(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}

async function versionsInUse(): Promise<Record<string, string>> {
  const require = createRequire(import.meta.url)
  const versionOf = async (name: string): Promise<string> => {
    for (let folder = dirname(require.resolve(name)); folder !== dirname(folder); folder = dirname(folder)) {
      const found = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8').catch(() => '{}')) as { name?: string, version?: string }
      if (found.name === name)
        return found.version ?? 'unknown'
    }
    return 'unknown'
  }
  const packages = ['onnxruntime-node', 'sharp', 'better-sqlite3']
  const found = await Promise.all(packages.map(async name => [name, await versionOf(name)] as const))
  return {
    node: process.versions.node,
    ...(process.versions.electron
      ? { electron: process.versions.electron }
      : {}),
    ...Object.fromEntries(found),
  }
}

/** Of the nearest folder above that exists. */
async function freeDisk(folder: string): Promise<Diagnosis['disk']> {
  for (let at = folder; ; at = dirname(at)) {
    const found = await statfs(at).catch(() => undefined)
    if (found)
      return { folder: at, free: found.bavail * found.bsize }
    if (at === dirname(at))
      return { folder: at, free: 0 }
  }
}
