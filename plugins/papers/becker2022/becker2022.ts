import { definePaper } from '@ganglion/core'
import { withAbsent } from './absent.ts'
import { figures3 } from './fig3.ts'
import { claims1, figures1 } from './fig1.ts'
import { claims2, figures2 } from './fig2.ts'
import { claims3 } from './claims3.ts'
import { claims4, figures4 } from './fig4.ts'
import { merging, mergingClaims } from './merging.ts'
import { rings } from './rings.ts'
import { theoryClaims } from './theory/claims.ts'

/** Becker, Pandit, Rangan, Fletcher (2022): isolated points against kernel discriminators. */
const becker2022 = definePaper({
  name: 'becker2022',
  reference:
    'E. Becker, P. Pandit, S. Rangan, A. K. Fletcher: Instability and Local Minima in GAN Training with Kernel Discriminators, NeurIPS 2022',
  presets: {
    ...withAbsent({ ...figures1, ...figures2, ...figures3, ...figures4 }),
    ...rings,
    ...merging,
  },
  claims: [...claims1, ...claims2, ...claims3, ...claims4, ...mergingClaims, ...theoryClaims],
})

export default becker2022
