// Generated from the folders of plugins/detectors by `npm run generate`: do not edit.

export { approximateModeCollapse } from '../../../plugins/detectors/approximate-mode-collapse/approximate-mode-collapse.ts'
export { convergence } from '../../../plugins/detectors/convergence/convergence.ts'
export { discriminatorCollapse } from '../../../plugins/detectors/discriminator-collapse/discriminator-collapse.ts'
export { divergence } from '../../../plugins/detectors/divergence/divergence.ts'
export { modeCollapse } from '../../../plugins/detectors/mode-collapse/mode-collapse.ts'
export { oscillation } from '../../../plugins/detectors/oscillation/oscillation.ts'
export { stall } from '../../../plugins/detectors/stall/stall.ts'
export { vanishingGradient } from '../../../plugins/detectors/vanishing-gradient/vanishing-gradient.ts'
export { weightEscape } from '../../../plugins/detectors/weight-escape/weight-escape.ts'
export { wrongOrder } from '../../../plugins/detectors/wrong-order/wrong-order.ts'
