// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner.args;

/** The text of {@code --help}. */
public final class Usage {

    private static final String TEXT = """
        Runs a KNIME workflow of ePattern nodes without KNIME.

          ./epattern -workflowDir=test-workflows/ePattern -reset -nosave -failonloaderror --out results
          ./epattern -workflowDir=test-workflows/ePattern -reset -nosave -failonloaderror --out results \\
                     -workflow.variable=input,scan.blo,String

        Arguments of KNIME's batch executor:
          -workflowDir=FOLDER   workflow to run: the folder that holds workflow.knime
          -workflowFile=FILE    the same as an archive, .knwf or .zip
          -reset                forget results that were saved with the workflow and execute every node
          -nosave               do not save the executed workflow
          -failonloaderror      do not execute a workflow that has load errors (without it, a node whose settings
                                cannot be loaded runs with its defaults)
          -noexecute            load and save only
          -workflow.variable=NAME,VALUE,TYPE
                                set a workflow variable; TYPE is String, int or double. A value that holds a comma is
                                quoted with ' or ", a backslash inside quotes takes the next character as it is:
                                -workflow.variable="input,'my scan (0-199,0-199)',String"
          -option=ID,KEY,VALUE,TYPE
                                set a setting of the node with this id; KEY is a path (a/b) in its settings, TYPE is
                                int, long, short, byte, boolean, char, float, double or String. VALUE reaches to the
                                last comma
          -destDir=FOLDER       save the executed workflow to this folder, not in place
          -destFile=FILE        save the executed workflow to this archive, not in place
          -nosplash -consoleLog -application ID -data FOLDER -preferences=FILE -credential=NAME -updateLinks
                                accepted, no effect here

        Arguments of our own:
          --out FOLDER          write every table as FOLDER/<node name>/<port name>.csv and every picture as PNG beside
                                it. What an earlier run wrote there is replaced; a folder with other files in it is
                                refused
          --view                after the run, show the views of its nodes in a web browser of this computer: says at
                                which address (of the loopback interface: not for other computers), and goes on
                                until Enter or Ctrl-C
          --pictures N          draw at most N patterns, evenly spread, of each column of patterns (default 12)
          -plugins=PATH         plugin jar, folder of plugin jars, or exploded plugin folder with the nodes
                                (default: the plugin of this repository)
          --debug               show stack traces of the user's mistakes, too
          --help                this text

        ./epattern also takes Java's own options (-Xmx2g, -Dname=value, -vmargs ... or the variable JAVA_OPTS).
        Tables and patterns between the nodes lie in Java's folder for temporary files until the end; on a small disk
        choose another one with -Djava.io.tmpdir=FOLDER.

        Exit codes: 0 executed, 2 wrong arguments, 3 load error, 4 a node was not executed or results could not be
        written. Ctrl-C stops within a second, leaves nothing half-written and ends with 130 (128 + signal), as any Java
        program does, KNIME's included.
        """;

    private Usage() {
    }

    /** @return the text, several lines */
    public static String text() {
        return TEXT;
    }
}
