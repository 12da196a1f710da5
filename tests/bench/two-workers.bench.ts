// Prints as JSON the least time of a sweep with one worker and with two, in ms. Run where both cores may be used.
import { timedSweep } from './timed-sweep.ts'

const repeats = 2
const least = [Infinity, Infinity]
// In turns: whatever else the machine does falls on both alike.
for (let k = 0; k < repeats; k++)
  for (const jobs of [1, 2]) least[jobs - 1] = Math.min(least[jobs - 1]!, await timedSweep(jobs))
console.log(JSON.stringify({ repeats, one: least[0], two: least[1] }))
