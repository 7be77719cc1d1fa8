// Prints, as JSON, where javac sees the outermost bodies of every Java file below a directory.
// Run it from the source: java Oracle.java DIR

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

public final class Oracle {
  private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

  public static void main(String[] arguments) throws IOException {
    Path root = Path.of(arguments[0]);
    List<Path> files;
    try (Stream<Path> walk = Files.walk(root)) {
      files = walk.filter(path -> path.toString().endsWith(".java") && Files.isRegularFile(path)).collect(Collectors.toList());
    }
    List<String> entries = new ArrayList<>();
    try (StandardJavaFileManager manager = COMPILER.getStandardFileManager(null, null, null)) {
      for (Path file : files) {
        String name = root.relativize(file).toString().replace('\\', '/');
        entries.add(quoted(name) + ": " + answer(manager, decoded(Files.readAllBytes(file))));
      }
    }
    entries.sort(null);
    System.out.println("{\"javac\": " + quoted(System.getProperty("java.version")) + ", \"files\": {");
    System.out.println(String.join(",\n", entries));
    System.out.println("}}");
  }

  /** The offsets as a flat list (start, end, start, end, ...), or "unparsable". */
  private static String answer(StandardJavaFileManager manager, String text) throws IOException {
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    // -proc:none and the parser alone: nothing of the code is looked up or run.
    JavacTask task =
        (JavacTask) COMPILER.getTask(null, manager, diagnostics, List.of("-proc:none"), null, List.of(new Source(text)));
    List<Integer> offsets = new ArrayList<>();
    SourcePositions positions = Trees.instance(task).getSourcePositions();
    for (CompilationUnitTree unit : task.parse()) {
      new OutermostBodies(positions, unit, offsets).scan(unit, null);
    }
    boolean failed = diagnostics.getDiagnostics().stream().anyMatch(each -> each.getKind() == Diagnostic.Kind.ERROR);
    return failed ? "\"unparsable\"" : offsets.toString().replace(" ", "");
  }

  /** As the product decodes: UTF-8 where it is valid, one character a byte elsewhere. The mark counts as a character. */
  private static String decoded(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException exception) {
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  /** Bodies of methods and constructors that stand in no other such body. */
  private static final class OutermostBodies extends TreeScanner<Void, Void> {
    private final SourcePositions positions;
    private final CompilationUnitTree unit;
    private final List<Integer> offsets;

    OutermostBodies(SourcePositions positions, CompilationUnitTree unit, List<Integer> offsets) {
      this.positions = positions;
      this.unit = unit;
      this.offsets = offsets;
    }

    @Override
    public Void visitMethod(MethodTree method, Void nothing) {
      if (method.getBody() == null) return null;
      offsets.add((int) positions.getStartPosition(unit, method.getBody()));
      offsets.add((int) positions.getEndPosition(unit, method.getBody()));
      return null;
    }
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String text) {
      super(URI.create("string:///Source.java"), Kind.SOURCE);
      // javac knows no byte order mark; a blank in its place keeps every offset.
      this.text = text.startsWith("\ufeff") ? " " + text.substring(1) : text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
