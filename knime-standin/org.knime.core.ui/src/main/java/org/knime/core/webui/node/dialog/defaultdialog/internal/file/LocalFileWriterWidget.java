// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.webui.node.dialog.defaultdialog.internal.file;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Shows a text field with a button that opens a dialog for a file to be written on this computer. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface LocalFileWriterWidget {

    /**
     * @return what stands in the empty field
     */
    String placeholder() default "";

    /**
     * @return ending of the files that the dialog shows, without point; empty = all
     */
    String fileExtension() default "";
}
