/** The words of what a reply carries to learn from. */
export const enCarried = {
  'carried.lesson': 'Lesson',
  'carried.course': 'Course',
  'carried.checklist': 'Checklist',
  'carried.tour': 'Tour',
  'carried.minutes': '{n} min',
} as const
