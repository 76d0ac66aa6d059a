{# Constraints of an enforced contract. Delta has them: checks on the table, NOT NULL on a column. #}

{% macro persist_constraints(relation, model) %}
  {%- do return(adapter.dispatch("persist_constraints", "dbt")(relation, model)) -%}
{% endmacro %}

{% macro spark__persist_constraints(relation, model) %}
  {%- if config.get('contract').enforced and config.get('file_format') == 'delta' -%}
    {%- do alter_table_add_constraints(relation, model.constraints) -%}
    {%- do alter_column_set_constraints(relation, model.columns) -%}
  {%- endif -%}
{% endmacro %}


{% macro alter_table_add_constraints(relation, constraints) %}
  {%- do return(adapter.dispatch("alter_table_add_constraints", "dbt")(relation, constraints)) -%}
{% endmacro %}

{#- A check without a name gets one that depends on its text and place. #}
{% macro spark__alter_table_add_constraints(relation, constraints) %}
  {%- for constraint in constraints if constraint.type == 'check' and not is_incremental() -%}
    {%- set name = constraint.name or local_md5(';' ~ constraint.expression ~ ';' ~ loop.index) -%}
    {%- call statement() -%}
      alter table {{ relation }} add constraint {{ name }} check ({{ constraint.expression }})
    {%- endcall -%}
  {%- endfor -%}
{% endmacro %}


{% macro alter_column_set_constraints(relation, column_dict) %}
  {%- do return(adapter.dispatch("alter_column_set_constraints", "dbt")(relation, column_dict)) -%}
{% endmacro %}

{% macro spark__alter_column_set_constraints(relation, column_dict) %}
  {%- for name, column in column_dict.items() -%}
    {%- for constraint in column['constraints'] or [] -%}
      {%- if constraint.type == 'not_null' -%}
        {%- call statement() -%}
          alter table {{ relation }} change column {{ adapter.quote(name) if column['quote'] else name }} set not null {{ constraint.expression or '' }}
        {%- endcall -%}
      {%- else -%}
        {%- do exceptions.warn("The constraint '" ~ constraint.type ~ "' of the column " ~ name ~ " is left out: Delta has only not_null on columns.") -%}
      {%- endif -%}
    {%- endfor -%}
  {%- endfor -%}
{% endmacro %}
