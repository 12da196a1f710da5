import { definePaper } from '@ganglion/core'
import { figures1and4 } from './fig1-4.ts'
import { figures2 } from './fig2.ts'
import { figures3 } from './fig3.ts'
import { figures5 } from './fig5.ts'
import { figures6 } from './fig6.ts'
import { figures10 } from './fig10.ts'

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
  claims: [],
})

export default singhTong
