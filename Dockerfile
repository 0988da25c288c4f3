# Every image of the shop: --target service with SERVICE and PORT, and --target cli.
# The jars are built here from source; with --build-arg CLICKPATH_JARS=built those that Maven has packed in */target are taken.
ARG CLICKPATH_JARS=fresh

FROM maven:3.9-eclipse-temurin-25 AS jars-fresh
WORKDIR /build
COPY pom.xml ./
COPY end-to-end/pom.xml end-to-end/
COPY service-defaults/pom.xml service-defaults/
COPY service-defaults/src/main service-defaults/src/main
COPY catalog-service/pom.xml catalog-service/
COPY catalog-service/src/main catalog-service/src/main
COPY recommendation-service/pom.xml recommendation-service/
COPY recommendation-service/src/main recommendation-service/src/main
COPY storefront/pom.xml storefront/
COPY storefront/src/main storefront/src/main
COPY gateway/pom.xml gateway/
COPY gateway/src/main gateway/src/main
COPY cdn-edge/pom.xml cdn-edge/
COPY cdn-edge/src/main cdn-edge/src/main
COPY dns/pom.xml dns/
COPY dns/src/main dns/src/main
COPY cli/pom.xml cli/
COPY cli/src/main cli/src/main
RUN --mount=type=cache,target=/root/.m2,sharing=locked \
    mvn --batch-mode --no-transfer-progress --quiet -Dmaven.test.skip=true -pl '!end-to-end' package

FROM scratch AS jars-built
WORKDIR /build
COPY catalog-service/target/catalog-service.jar catalog-service/target/
COPY recommendation-service/target/recommendation-service.jar recommendation-service/target/
COPY storefront/target/storefront.jar storefront/target/
COPY gateway/target/gateway.jar gateway/target/
COPY cdn-edge/target/cdn-edge.jar cdn-edge/target/
COPY dns/target/dns.jar dns/target/
COPY cli/target/cli.jar cli/target/
COPY cli/target/lib cli/target/lib

FROM jars-${CLICKPATH_JARS} AS jars

FROM eclipse-temurin:25-jre AS jre
RUN useradd --uid 10001 --user-group --no-create-home --home-dir /application --shell /usr/sbin/nologin clickpath

# The shop is opened once, as ./clickpath prepare does it, to write the caches of loaded classes with the very JVM and
# options that the services run with later; not as root, which PostgreSQL refuses.
FROM jre AS prepared
RUN install -d -o clickpath -g clickpath /layers /var/tmp/clickpath
USER clickpath
RUN --mount=type=bind,from=jars,source=/build,target=/build \
    CLICKPATH_HOME=/var/tmp/clickpath java -XX:+UseSerialGC -XX:+UseCompactObjectHeaders -Dclickpath.checkout=/build \
        -cp '/build/cli/target/cli.jar:/build/cli/target/lib/*' dev.clickpath.cli.Clickpath prepare --storefronts 1 --layers /layers \
    && install -d /layers/cli/lib && cp -p /build/cli/target/cli.jar /layers/cli/ \
    && find /build/cli/target/lib -name '*.jar' ! -name 'embedded-postgres*' -exec cp -p {} /layers/cli/lib/ ';' \
    && rm -rf /var/tmp/clickpath/*

FROM jre AS service
ARG SERVICE
ARG PORT
WORKDIR /application
# A new volume that is mounted here belongs to whoever owns the folder.
RUN install -d -o clickpath -g clickpath /scratch
COPY deploy/containers/serve deploy/containers/ready /usr/local/bin/
# What changes seldom comes first: other people's libraries, then the shop's own code.
COPY --from=prepared /layers/${SERVICE}/dependencies/ ./
COPY --from=prepared /layers/${SERVICE}/application/ ./
COPY --from=prepared /layers/${SERVICE}/cache/ ./
# A cache that does not fit would be left aside without a word, and the service start late.
RUN java @java.options -XX:AOTMode=on -cp ${SERVICE}.jar --version
ENV SERVICE=${SERVICE} SERVER_PORT=${PORT} \
    # Management is for the private network; gateway and name server ask it for health.
    MANAGEMENT_SERVER_ADDRESS=0.0.0.0 \
    # Secrets are files there, named like the property they set.
    SPRING_CONFIG_IMPORT=optional:configtree:/run/clickpath/properties/ \
    MALLOC_ARENA_MAX=2
LABEL org.opencontainers.image.title="Clickpath ${SERVICE}" \
      org.opencontainers.image.description="A service of Clickpath, a mock shop that makes the whole path of one click real" \
      org.opencontainers.image.version="1.0.0"
USER 10001:10001
EXPOSE ${PORT}
STOPSIGNAL SIGTERM
# Each question is a process in the container, and costs most while all of them start.
HEALTHCHECK --interval=15s --timeout=3s --retries=3 --start-period=180s --start-interval=2s CMD ["ready"]
ENTRYPOINT ["serve"]

FROM jre AS cli
WORKDIR /application
COPY --from=prepared /layers/cli/lib/ lib/
COPY --from=prepared /layers/cli/cli.jar ./
# It has a cache of loaded classes, too, since setup comes before everything else; a cache belongs to the jars in their order.
RUN { printf '%s\n' -XX:+UseSerialGC -XX:+UseCompactObjectHeaders -XX:TieredStopAtLevel=1 -XX:MaxRAMPercentage=60 \
            --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -cp "cli.jar$(printf ':%s' lib/*.jar)"; } > java.options \
    && mkdir -p /tmp/house/keys /tmp/house/postgres /tmp/house/catalog /tmp/house/recommendation \
            /tmp/house/storefront /tmp/house/gateway /tmp/house/cdn-edge \
    && java @java.options -Xmx128m -XX:AOTCacheOutput=cli.aot -Xlog:aot=error -Xlog:cds=error \
            dev.clickpath.cli.Clickpath provision --into /tmp/house \
    && rm -r /tmp/house \
    && printf '%s\n' -XX:AOTCache=cli.aot -Xlog:aot=off -Xlog:cds=off >> java.options \
    && java @java.options -Xmx128m -XX:AOTMode=on dev.clickpath.cli.Clickpath help > /dev/null
# New volumes that are mounted here belong to whoever owns these folders.
RUN install -d -o clickpath -g clickpath /house/keys /house/postgres /house/catalog /house/recommendation \
        /house/storefront /house/gateway /house/cdn-edge
LABEL org.opencontainers.image.title="Clickpath command line" \
      org.opencontainers.image.description="Sets up and tries Clickpath, a mock shop that makes the whole path of one click real" \
      org.opencontainers.image.version="1.0.0"
USER 10001:10001
STOPSIGNAL SIGTERM
ENTRYPOINT ["java", "@java.options", "dev.clickpath.cli.Clickpath"]
