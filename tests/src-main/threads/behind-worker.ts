import { getPriority } from 'node:os'
import { parentPort } from 'node:worker_threads'
import { workBehind } from '#main/threads/work-behind'

workBehind()
parentPort!.postMessage(getPriority())
