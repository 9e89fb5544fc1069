package io.eyestalk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The Kubernetes manifests of {@code deploy/}: what kustomize makes of the overlays where kubectl
 * is at hand, the files as they are written where it is not.
 */
final class Manifests {
    private static final List<String> OVERLAYS = List.of("dev", "prod");

    private Manifests() {}

    /** Every manifest, Argo CD's included. */
    static List<Map<String, Object>> all() {
        var manifests = new ArrayList<>(parse(read(folder().resolve("argocd/application.yaml"))));
        if (hasKubectl()) {
            OVERLAYS.forEach(overlay -> manifests.addAll(parse(render(overlay))));
        } else {
            System.out.println("SKIPPED: no kubectl here, manifests are checked as written only");
            manifests.addAll(asWritten());
        }
        return manifests;
    }

    /** The documents of a YAML text; a key that stands twice is refused. */
    static List<Map<String, Object>> parse(String yaml) {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        var documents = new ArrayList<Map<String, Object>>();
        for (var document : new Yaml(new SafeConstructor(options)).loadAll(yaml)) {
            documents.add(Tree.map(document));
        }
        return documents;
    }

    private static List<Map<String, Object>> asWritten() {
        try (var files = Files.walk(folder().resolve("kubernetes"))) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> !file.endsWith("kustomization.yaml"))
                    .flatMap(file -> parse(read(file)).stream())
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static boolean hasKubectl() {
        try {
            return run("kubectl", "kustomize", "--help").exit() == 0;
        } catch (IOException absent) {
            return false;
        }
    }

    private static String render(String overlay) {
        var path = folder().resolve("kubernetes/overlays").resolve(overlay);
        try {
            var result = run("kubectl", "kustomize", path.toString());
            if (result.exit() != 0) {
                throw new AssertionError(result.output());
            }
            return result.output();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private record Result(int exit, String output) {}

    private static Result run(String... command) throws IOException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (var output = process.getInputStream()) {
            var text = new String(output.readAllBytes(), StandardCharsets.UTF_8);
            return new Result(process.onExit().join().exitValue(), text);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static Path folder() {
        var here = Path.of("deploy");
        return Files.isDirectory(here.resolve("kubernetes")) ? here : Path.of("..", "deploy");
    }
}
