# The server with the widget that it hands out. docs/deploy.md says how it is run.
FROM node:24-bookworm-slim AS build
RUN npm install --global pnpm@10.34.9
WORKDIR /src
# Packages change less often than sources: they are fetched in a layer of their own.
COPY pnpm-lock.yaml pnpm-workspace.yaml .npmrc .pnpmfile.cjs ./
RUN pnpm fetch
COPY . .
RUN pnpm install --frozen-lockfile --offline && pnpm build
# By the lockfile, without what builds. TypeScript would come along as an optional peer, for types.
RUN pnpm --filter @waypost/server --prod --config.inject-workspace-packages=true deploy /app \
  && rm -rf /app/node_modules/.pnpm/typescript@* /app/node_modules/.pnpm/@typescript+*

FROM node:24-bookworm-slim
COPY --from=build /app /app
RUN ln -s /app/bin/waypost.js /usr/local/bin/waypost \
  && mkdir /data /help \
  && chown node:node /data
ENV NODE_ENV=production WAYPOST_DATA=/data WAYPOST_HOST=0.0.0.0 PORT=8787
USER node
# Configuration and content are looked for here, as `waypost init` lays them out.
WORKDIR /help
VOLUME /data
EXPOSE 8787
# Not `/readyz`: a database that is away is no reason to start the server again.
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["waypost"]
CMD ["serve"]
