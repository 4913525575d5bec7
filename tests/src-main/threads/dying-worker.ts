import { parentPort } from 'node:worker_threads'

// Dies of whatever it is asked to do.
parentPort!.on('message', () => process.exit(3))
