export { createTour } from '../tours/create-tour.js'
export { createTips } from '../tours/lazy-tips.js'
