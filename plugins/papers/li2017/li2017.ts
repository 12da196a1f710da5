import { definePaper } from '@ganglion/core'
import { claims2 } from './claims2.ts'
import { claims3 } from './claims3.ts'
import { claims1, figures1 } from './fig1.ts'
import { figures2 } from './fig2.ts'
import { figures3 } from './fig3.ts'
import { theoryClaims } from './theory/claims.ts'

/** Li, Madry, Peebles, Schmidt (2017): two Gaussians against two intervals. */
const li2017 = definePaper({
  name: 'li2017',
  reference:
    'J. Li, A. Madry, J. Peebles, L. Schmidt: Towards Understanding the Dynamics of Generative Adversarial Networks, 2017',
  presets: { ...figures1, ...figures2, ...figures3 },
  claims: [...claims1, ...claims2, ...claims3, ...theoryClaims],
})

export default li2017
