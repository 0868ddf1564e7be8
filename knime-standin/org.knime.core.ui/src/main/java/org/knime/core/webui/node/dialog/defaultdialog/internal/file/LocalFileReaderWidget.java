// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.webui.node.dialog.defaultdialog.internal.file;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Shows a text field with a button that opens a file dialog of this computer. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface LocalFileReaderWidget {

    /**
     * @return what stands in the empty field
     */
    String placeholder() default "";

    /**
     * @return endings of the files that the dialog shows, without point; none = all
     */
    String[] fileExtensions() default {};
}
