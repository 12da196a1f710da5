// Generated from the folders of plugins/ by `npm run generate`: do not edit.

/** Built-in plugins by kind and name; each is loaded when it is asked for. */
export const registry = {
  generators: {
    mixture: () => import('../../../plugins/generators/mixture/mixture.ts').then((plugin) => plugin.default),
    points: () => import('../../../plugins/generators/points/points.ts').then((plugin) => plugin.default),
  },
  discriminators: {
    features: () => import('../../../plugins/discriminators/features/features.ts').then((plugin) => plugin.default),
    interval: () => import('../../../plugins/discriminators/interval/interval.ts').then((plugin) => plugin.default),
    kernel: () => import('../../../plugins/discriminators/kernel/kernel.ts').then((plugin) => plugin.default),
  },
  dynamics: {
    alternating: () => import('../../../plugins/dynamics/alternating/alternating.ts').then((plugin) => plugin.default),
    'best-response': () => import('../../../plugins/dynamics/best-response/best-response.ts').then((plugin) => plugin.default),
    blockwise: () => import('../../../plugins/dynamics/blockwise/blockwise.ts').then((plugin) => plugin.default),
    noisy: () => import('../../../plugins/dynamics/noisy/noisy.ts').then((plugin) => plugin.default),
    simultaneous: () => import('../../../plugins/dynamics/simultaneous/simultaneous.ts').then((plugin) => plugin.default),
    stale: () => import('../../../plugins/dynamics/stale/stale.ts').then((plugin) => plugin.default),
    unrolled: () => import('../../../plugins/dynamics/unrolled/unrolled.ts').then((plugin) => plugin.default),
  },
  objectives: {
    'mean-difference': () => import('../../../plugins/objectives/mean-difference/mean-difference.ts').then((plugin) => plugin.default),
    'mean-difference-appendix': () => import('../../../plugins/objectives/mean-difference-appendix/mean-difference-appendix.ts').then((plugin) => plugin.default),
  },
  regularisers: {},
  optimizers: {
    sgd: () => import('../../../plugins/optimizers/sgd/sgd.ts').then((plugin) => plugin.default),
  },
  metrics: {
    'distance-trace': () => import('../../../plugins/metrics/distance-trace/distance-trace.ts').then((plugin) => plugin.default),
    'excess-mass': () => import('../../../plugins/metrics/excess-mass/excess-mass.ts').then((plugin) => plugin.default),
    'interval-width': () => import('../../../plugins/metrics/interval-width/interval-width.ts').then((plugin) => plugin.default),
    l1: () => import('../../../plugins/metrics/l1/l1.ts').then((plugin) => plugin.default),
    'mean-distance': () => import('../../../plugins/metrics/mean-distance/mean-distance.ts').then((plugin) => plugin.default),
    'mean-error': () => import('../../../plugins/metrics/mean-error/mean-error.ts').then((plugin) => plugin.default),
    'missed-zeros': () => import('../../../plugins/metrics/missed-zeros/missed-zeros.ts').then((plugin) => plugin.default),
    mmd: () => import('../../../plugins/metrics/mmd/mmd.ts').then((plugin) => plugin.default),
    'modes-covered': () => import('../../../plugins/metrics/modes-covered/modes-covered.ts').then((plugin) => plugin.default),
    stability: () => import('../../../plugins/metrics/stability/stability.ts').then((plugin) => plugin.default),
    'total-variation': () => import('../../../plugins/metrics/total-variation/total-variation.ts').then((plugin) => plugin.default),
    wasserstein: () => import('../../../plugins/metrics/wasserstein/wasserstein.ts').then((plugin) => plugin.default),
  },
  detectors: {
    'approximate-mode-collapse': () => import('../../../plugins/detectors/approximate-mode-collapse/approximate-mode-collapse.ts').then((plugin) => plugin.default),
    convergence: () => import('../../../plugins/detectors/convergence/convergence.ts').then((plugin) => plugin.default),
    'discriminator-collapse': () => import('../../../plugins/detectors/discriminator-collapse/discriminator-collapse.ts').then((plugin) => plugin.default),
    divergence: () => import('../../../plugins/detectors/divergence/divergence.ts').then((plugin) => plugin.default),
    'mode-collapse': () => import('../../../plugins/detectors/mode-collapse/mode-collapse.ts').then((plugin) => plugin.default),
    oscillation: () => import('../../../plugins/detectors/oscillation/oscillation.ts').then((plugin) => plugin.default),
    stall: () => import('../../../plugins/detectors/stall/stall.ts').then((plugin) => plugin.default),
    'vanishing-gradient': () => import('../../../plugins/detectors/vanishing-gradient/vanishing-gradient.ts').then((plugin) => plugin.default),
    'weight-escape': () => import('../../../plugins/detectors/weight-escape/weight-escape.ts').then((plugin) => plugin.default),
    'wrong-order': () => import('../../../plugins/detectors/wrong-order/wrong-order.ts').then((plugin) => plugin.default),
  },
  papers: {
    becker2022: () => import('../../../plugins/papers/becker2022/becker2022.ts').then((plugin) => plugin.default),
    li2017: () => import('../../../plugins/papers/li2017/li2017.ts').then((plugin) => plugin.default),
    'singh-tong': () => import('../../../plugins/papers/singh-tong/singh-tong.ts').then((plugin) => plugin.default),
  },
} as const
