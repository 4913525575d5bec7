import { createPinia } from 'pinia'
import { createApp } from 'vue'
import { connectCore } from './client/connect-core'
import { picturesOf } from './client/pictures'
import SilhouetteApp from './pages/silhouette-app.vue'
import { desktop } from './stores/desktop'
import { connectionKey } from './stores/use-core'
import { picturesKey } from './stores/use-pictures'
import { i18n } from './words/speech'
import './styles/tokens.css'
import './styles/base.css'
import './styles/controls.css'
import './styles/overlays.css'
import './styles/tiles.css'

const connection = connectCore(window, desktop()?.core ?? 'address')

createApp(SilhouetteApp)
  .provide(connectionKey, connection)
  .provide(picturesKey, picturesOf(connection.core))
  .use(createPinia())
  .use(i18n)
  .mount('#app')
