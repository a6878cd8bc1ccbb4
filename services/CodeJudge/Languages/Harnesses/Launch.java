package judge;

import java.io.File;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;

/** Finds the program's main method, whatever its class is called. */
public final class Launch {
    public static void main(String[] args) throws Throwable {
        Method main = find(new File("out"), "");
        if (main == null) {
            System.err.println("the program has no public static void main(String[])");
            System.exit(1);
        }
        main.setAccessible(true);
        try {
            main.invoke(null, (Object) args);
        } catch (java.lang.reflect.InvocationTargetException wrapped) {
            wrapped.getCause().printStackTrace();
            System.exit(1);
        }
    }

    private static Method find(File folder, String prefix) {
        File[] files = folder.listFiles();
        java.util.Arrays.sort(files, (a, b) -> Boolean.compare(b.getName().equals("Main.class"), a.getName().equals("Main.class")) * 2
            + Integer.signum(a.getName().compareTo(b.getName())));
        for (File file : files) {
            String name = file.getName();
            Method main = null;
            if (file.isDirectory() && !(prefix.isEmpty() && name.equals("judge"))) {
                main = find(file, prefix + name + ".");
            } else if (name.endsWith(".class")) {
                try {
                    main = Class.forName(prefix + name.substring(0, name.length() - 6), false, Launch.class.getClassLoader()).getDeclaredMethod("main", String[].class);
                } catch (ReflectiveOperationException | LinkageError missing) {
                    main = null;
                }
            }
            if (main != null && Modifier.isStatic(main.getModifiers())) {
                return main;
            }
        }
        return null;
    }
}
