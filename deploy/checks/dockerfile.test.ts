import { expect, test } from "vitest";
import { dockerfileFaults } from "./dockerfile.ts";
import { faultsIn, filesMatching, read } from "./repository.ts";
import { at, list, text } from "./tree.ts";

const SOUND = `FROM debian:bookworm-slim AS build
RUN echo built
FROM debian:bookworm-slim
COPY --from=build /etc/hostname /etc/name
LABEL org.opencontainers.image.title="t" org.opencontainers.image.description="d" \\
      org.opencontainers.image.licenses="l" org.opencontainers.image.base.name="b"
USER 10001
HEALTHCHECK CMD ["true"]
ENTRYPOINT ["true"]
`;

test("every image that ships is described soundly", () => {
  const paths = filesMatching(/(^|\/|\.)Dockerfile$/).filter(
    (path) => !path.startsWith("deploy/checks/stand-ins/"),
  );

  const faults = faultsIn(paths, dockerfileFaults);

  expect(paths).toContain("deploy/docker/Dockerfile");
  expect(faults).toEqual([]);
});

test("the image's build knows every workspace, or npm would refuse the lockfile", () => {
  const workspaces = list(at(JSON.parse(read("package.json")), "workspaces")).map(text);
  const dockerfile = read("deploy/docker/Dockerfile");

  const missing = workspaces.filter(
    (workspace) =>
      !workspace.startsWith("web/") && !dockerfile.includes(`COPY ${workspace}/package.json`),
  );

  expect(workspaces).toContain("bench");
  expect(missing).toEqual([]);
});

test("a sound description has no fault", () => {
  expect(dockerfileFaults(SOUND)).toEqual([]);
});

test.each([
  ["an instruction that does not exist", SOUND.replace("USER", "USR")],
  ["a base without version", SOUND.replace("FROM debian:bookworm-slim\n", "FROM debian\n")],
  ["a base that moves", SOUND.replaceAll(":bookworm-slim", ":latest")],
  ["root", SOUND.replace("USER 10001", "USER root")],
  ["no user", SOUND.replace("USER 10001\n", "")],
  [
    "a user of an earlier stage only",
    SOUND.replace("USER 10001\n", "").replace("RUN", "USER 1\nRUN"),
  ],
  ["no health check", SOUND.replace(/HEALTHCHECK.*\n/, "")],
  ["a shell between init and program", SOUND.replace('ENTRYPOINT ["true"]', "ENTRYPOINT true")],
  ["a stage that does not exist", SOUND.replace("--from=build", "--from=biuld")],
  ["a file that does not exist", SOUND.replace("USER", "COPY no-such-file /\nUSER")],
  ["ADD", SOUND.replace("USER", "ADD package.json /\nUSER")],
  ["a secret", SOUND.replace("USER", "ENV DATABASE_PASSWORD=x\nUSER")],
  [
    "package lists left behind",
    SOUND.replace("echo built", "apt-get install --no-install-recommends a"),
  ],
  ["a missing label", SOUND.replace("image.licenses", "image.licence")],
])("finds %s", (_, description) => {
  expect(dockerfileFaults(description)).not.toEqual([]);
});
