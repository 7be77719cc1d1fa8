# The GitHub App in an image for amd64 and arm64: nothing in it is compiled. docs/app.md says how to run it.

FROM node:24.21.0-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
# the parser in WebAssembly does what the native one does, and no package's script is run
RUN npm ci --omit=dev --omit=optional --ignore-scripts --no-audit --no-fund

FROM node:24.21.0-bookworm-slim
# git reads histories; tini passes signals on and buries what git leaves behind
RUN apt-get update \
  && apt-get install --yes --no-install-recommends ca-certificates git tini \
  && rm -rf /var/lib/apt/lists/* \
  && install --directory --owner=node --group=node --mode=700 /data
WORKDIR /app
COPY --from=packages /app/node_modules ./node_modules
COPY package.json app.yml LICENSE ./
COPY dist-app ./dist-app
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 WORKER_PORT=3000 DATA_DIR=/data
USER node
VOLUME /data
EXPOSE 3000
# a worker answers there too
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=4 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:3000/healthz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["tini", "--", "node", "dist-app/app.js"]
# or web, or worker
CMD ["all"]
