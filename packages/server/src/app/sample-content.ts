/** Two small articles that show how a content folder is written. */
export const sampleContent: Readonly<Record<string, string>> = {
  'content/en/articles/first-steps/_collection.yaml': `title: First steps
summary: What everybody asks in the first week.
order: 1
`,
  'content/en/articles/first-steps/how-to-reach-us.md': `---
title: How to reach us
summary: Where to ask, and when we answer.
keywords: [contact, support, help]
order: 1
pages: ["/*"]
---

Open **Help** on any page and choose *Ask us*. We read every question.

## When we answer

| Day | Hours |
| --- | --- |
| Monday to Friday | 9:00–17:00 |

> [!TIP]
> Most answers are already here: search first, and you may not need to wait.
`,
  'content/en/articles/first-steps/write-an-article.md': `---
title: Write an article
summary: An article is a Markdown file; it shows within a second of saving.
keywords: [markdown, content, author]
order: 2
---

1. Copy this file and give it another name.
2. Change the title, the summary and the text.
3. Save. [Readers](article:how-to-reach-us) see it at once.

Run \`npx waypost check\` to find broken links and missing image texts.
`,
}
