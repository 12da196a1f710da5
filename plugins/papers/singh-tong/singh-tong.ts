import { definePaper } from '@ganglion/core'
import { claims1 } from './claims-1.ts'
import { claims2 } from './claims-2.ts'
import { claims3 } from './claims-3.ts'
import { claims4 } from './claims-4.ts'
import { claims5 } from './claims-5.ts'
import { claims6 } from './claims-6.ts'
import { claims10 } from './claims-10.ts'
import { figures1and4 } from './fig1-4.ts'
import { figures2 } from './fig2.ts'
import { figures3 } from './fig3.ts'
import { figures5 } from './fig5.ts'
import { figures6 } from './fig6.ts'
import { figures10 } from './fig10.ts'
import { theoryClaims } from './theory/claims.ts'

/** Singh, Tong: two weighted Gaussians against two intervals; what bias in the data does. */
const singhTong = definePaper({
  name: 'singh-tong',
  reference: 'J. Singh, A. Tong: Mixture-GAN Final Report, Yale University, 2018',
  presets: {
    ...figures1and4,
    ...figures2,
    ...figures3,
    ...figures5,
    ...figures6,
    ...figures10,
  },
  claims: [
    ...claims1,
    ...claims2,
    ...claims3,
    ...claims4,
    ...claims5,
    ...claims6,
    ...claims10,
    ...theoryClaims,
  ],
})

export default singhTong
