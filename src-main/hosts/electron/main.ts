import { app, protocol } from 'electron'
import { isConnectable, readArguments } from '#main/hosts/electron/arguments'
import { connectTo } from '#main/hosts/electron/connected-desktop'
import { startWithCore } from '#main/hosts/electron/desktop-with-core'
import { declarePageScheme } from '#main/hosts/electron/page-protocol'

/** The desktop's first file: reads the command line and starts the one desktop or the other. */
const asked = readArguments(process.argv.slice(1), process.defaultApp)

declarePageScheme(protocol)
if (asked.connect === undefined) {
  startWithCore(asked)
}
else if (isConnectable(asked.connect)) {
  connectTo(asked.connect)
}
else {
  console.error(`error ADDRESS_REFUSED: ${asked.connect} is neither on this machine nor encrypted. Give an address on 127.0.0.1, or one that starts with https.`)
  app.exit(2)
}
