export { createTips } from '../tours/create-tips.js'
export { createTour } from '../tours/create-tour.js'
