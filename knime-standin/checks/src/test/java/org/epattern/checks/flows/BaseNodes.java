// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.checks.flows;

import java.util.Collections;
import java.util.List;

/** The nodes of KNIME that our workflows use: those of loops, which every KNIME Analytics Platform has. */
final class BaseNodes {

    private static final String TABLE = "org.knime.core.node.BufferedDataTable";

    private BaseNodes() {
    }

    /** An iteration for each row; every column becomes a flow variable. */
    static Node loopStart(final int id) {
        final Config model = new Config("model");
        setting(model, "missing_value_policy", "string").text("missing_value_policy", "DEFAULT");
        setting(model, "default_value_string", "string").text("default_value_string", "missing");
        setting(model, "default_value_boolean", "string").text("default_value_boolean", "false");
        setting(model, "default_value_integer", "integer").integer("default_value_integer", 0);
        // KNIME itself calls this one so
        internals(model, "default_value_long", "SMN_long").entry("default_value_long", "xlong", "0");
        setting(model, "default_value_double", "double").number("default_value_double", 0);
        setting(model, "column_selection", "columnfilter").config(new Config("column_selection")
            .text("filter-type", "STANDARD").texts("included_names", List.of()).texts("excluded_names", List.of())
            .text("enforce_option", "EnforceExclusion")
            .config(new Config("name_pattern").text("pattern", "").text("type", "Wildcard")
                .flag("caseSensitive", true).flag("excludeMatching", false))
            .config(new Config("datatype").empty("typelist")));
        return Node.ofKnime(id, "Table Row to Variable Loop Start",
            "org.knime.base.node.meta.looper.variable.start.LoopStartVariable3NodeFactory", Node.Origin.BASE, model);
    }

    private static Config setting(final Config model, final String key, final String type) {
        return internals(model, key, "SMID_" + type);
    }

    private static Config internals(final Config model, final String key, final String id) {
        return model.config(new Config(key + "_Internals").text("SettingsModelID", id).flag("EnabledStatus", true));
    }

    /** Collects the rows of so many tables over all iterations, with new row ids and the number of the iteration. */
    static Node loopEnd(final int id, final int tables) {
        final Config model = new Config("model").flag("addIterationColumn", true)
            .text("rowKeyPolicy", "GENERATE_NEW").flag("propagateLoopVariables", false)
            // all scans give the same columns, so what is collected is known beforehand
            .config(flags("ignoreEmptyTables", tables)).config(flags("tolerateColumnTypes", tables))
            .config(flags("tolerateChangingSpecs", tables));
        return Node.ofKnime(id, "Loop End", "org.knime.base.node.meta.looper.LoopEndDynamicNodeFactory",
            Node.Origin.BASE, model).ports("Collector", Collections.nCopies(tables - 1, TABLE));
    }

    private static Config flags(final String key, final int count) {
        final Config flags = new Config(key).integer("array-size", count);
        for (int i = 0; i < count; i++) {
            flags.flag(Integer.toString(i), false);
        }
        return flags;
    }

    /** Puts a flow variable as a column beside every row. */
    static Node variableToColumn(final int id, final String variable) {
        final Config model = new Config("model").config(new Config("filter").text("mode", "MANUAL")
            .config(new Config("patternFilter").text("pattern", "").flag("isCaseSensitive", false)
                .flag("isInverted", false))
            .config(new Config("manualFilter").texts("manuallySelected", List.of(variable))
                .texts("manuallyDeselected", List.of()).flag("includeUnknownColumns", false))
            .config(new Config("typeFilter").texts("selectedTypes", List.of())));
        return Node.ofKnime(id, "Variable to Table Column",
            "org.knime.base.node.flowvariable.appendvariabletotable4.AppendVariableToTable4NodeFactory",
            Node.Origin.BASE, model);
    }
}
